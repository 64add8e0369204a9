/**
 * What a supervisor answers for: who leads which case, who covers whom, what is overdue, what was
 * opened in an emergency, what is missing before a case is closed.
 */
@NamedInterface("supervision")
@NullMarked
package org.passerelle.protect.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
