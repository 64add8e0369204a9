/** What all rooms' pages share: layout, navigation, errors, once-only forms. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
