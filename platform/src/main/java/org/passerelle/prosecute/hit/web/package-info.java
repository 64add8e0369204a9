/** Pages. */
@NullMarked
package org.passerelle.prosecute.hit.web;

import org.jspecify.annotations.NullMarked;
