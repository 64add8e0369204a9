/**
 * Answers of every room to what it will not or cannot do; they know nothing of pages or programs.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.passerelle.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
