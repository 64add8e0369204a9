/**
 * What must leave is stored with the change that caused it, sent with retry, and delivered once in
 * effect.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
