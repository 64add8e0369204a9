/** Renders pages as accessible PDF: for the letter, and for printed case files. */
@NullMarked
package org.passerelle.paper;

import org.jspecify.annotations.NullMarked;
