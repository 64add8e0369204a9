/** Pages. */
@NullMarked
package org.passerelle.prosecute.figures.web;

import org.jspecify.annotations.NullMarked;
