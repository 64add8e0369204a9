/**
 * The node's keys, in plain Java, so that the operator's commands work on them without starting the
 * house: the key file, the key store, the list of destroyed keys, shares for recovery.
 */
@NamedInterface("keys")
@NullMarked
package org.passerelle.storage.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
