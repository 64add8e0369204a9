/**
 * Identity of this node: its keys outside the database, its signed descriptor, the words by which
 * two people compare it.
 */
@NamedInterface("identity")
@NullMarked
package org.passerelle.partner.nodes.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
