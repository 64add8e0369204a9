/**
 * Joint investigation teams of organisations of this node, or of two nodes: agreement, parties,
 * amendments. Whoever is on none of the investigations that were brought sees nothing of a team.
 */
@NamedInterface("joint")
@NullMarked
package org.passerelle.prosecute.joint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
