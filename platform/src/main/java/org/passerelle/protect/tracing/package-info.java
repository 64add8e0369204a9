/**
 * Whom of a person's family somebody looks for, what was done to find them, which files of the
 * house may be theirs, and how it ended (decision 0087).
 */
@NamedInterface("tracing")
@NullMarked
package org.passerelle.protect.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
