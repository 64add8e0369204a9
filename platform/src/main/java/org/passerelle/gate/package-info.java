/**
 * What comes in, before anybody looks at who sends it: how large a body may be, how long it may
 * take, how many one address may send at once, and that text is text.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.passerelle.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
