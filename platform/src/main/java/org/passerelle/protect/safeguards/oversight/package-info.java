/**
 * Oversight by the data protection officer from an organisation's own log: who accessed how much
 * and when, what was disclosed and on what basis; never the contents of a file.
 */
@NamedInterface("oversight")
@NullMarked
package org.passerelle.protect.safeguards.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
