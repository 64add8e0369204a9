/**
 * What travels between the two nodes of a joint team, and what is kept here of the other one's
 * exhibits and their custody.
 */
@NamedInterface("joint-far")
@NullMarked
package org.passerelle.prosecute.joint.far;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
