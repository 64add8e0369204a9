/**
 * Family tracing: who is traced, what was done, which files of the organisation may match, and the
 * outcome (decision 0087).
 */
@NamedInterface("tracing")
@NullMarked
package org.passerelle.protect.identity.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
