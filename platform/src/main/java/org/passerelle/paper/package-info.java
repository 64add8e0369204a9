/** Renders pages as accessible PDF: for the letter, and for printed case files. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
