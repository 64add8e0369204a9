/** Who may come in and what each may see: organisations, users, roles, second factors, sessions. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
