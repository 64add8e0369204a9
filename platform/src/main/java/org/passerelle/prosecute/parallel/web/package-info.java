/** Pages. */
@NullMarked
package org.passerelle.prosecute.parallel.web;

import org.jspecify.annotations.NullMarked;
