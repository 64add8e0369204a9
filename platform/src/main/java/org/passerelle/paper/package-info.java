/** Sets pages on paper as accessible PDF: for the letter, and for the file of a case. */
@NullMarked
package org.passerelle.paper;

import org.jspecify.annotations.NullMarked;
