/** Every text a person sees, in every language of the house. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
