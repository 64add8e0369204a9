/** Pages. */
@NullMarked
package org.passerelle.prosecute.charge.web;

import org.jspecify.annotations.NullMarked;
