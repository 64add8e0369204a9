/**
 * Tips of the public: sealed to the key of a triage team before they are stored, found again by a
 * return code of which only a keyed fingerprint is kept (decision 0160).
 */
@NamedInterface("tip")
@NullMarked
package org.passerelle.prevent.tip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
