/**
 * Who this node is: its keys outside the database, its signed description, the words by which two
 * people compare it.
 */
@NamedInterface("identity")
@NullMarked
package org.passerelle.partner.nodes.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
