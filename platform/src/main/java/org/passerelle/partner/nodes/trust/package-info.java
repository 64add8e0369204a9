/**
 * Trust in other nodes: entered from their descriptor, compared aloud, approved by two persons,
 * suspended at once.
 */
@NamedInterface("trust")
@NullMarked
package org.passerelle.partner.nodes.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
