/**
 * The node's keys, in plain Java, so that the operator's commands can use them without starting the
 * server: the key file, the key store, the list of destroyed keys, recovery shares.
 */
@NamedInterface("keys")
@NullMarked
package org.passerelle.storage.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
