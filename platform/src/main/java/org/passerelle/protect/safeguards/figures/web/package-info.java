/** Pages of figures. */
@NullMarked
package org.passerelle.protect.safeguards.figures.web;

import org.jspecify.annotations.NullMarked;
