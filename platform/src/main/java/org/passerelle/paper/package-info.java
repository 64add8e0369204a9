/** Sets pages on paper as accessible PDF: for the letter, and for the file of a case. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
