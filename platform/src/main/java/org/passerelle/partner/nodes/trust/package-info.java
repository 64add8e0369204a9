/**
 * Which other nodes are trusted: entered from their description, compared aloud, agreed to by two,
 * suspended at once.
 */
@NamedInterface("trust")
@NullMarked
package org.passerelle.partner.nodes.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
