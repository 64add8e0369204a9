/** All texts that people see, in all languages of the application. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
