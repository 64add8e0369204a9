/** Every look is logged: a hash-chained log that an auditor can verify. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
