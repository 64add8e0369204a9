/** Pages of figures. */
@NullMarked
package org.passerelle.protect.figures.web;

import org.jspecify.annotations.NullMarked;
