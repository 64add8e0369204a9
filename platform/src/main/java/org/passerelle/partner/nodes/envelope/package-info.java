/**
 * What travels between nodes: signed, sealed for one node, for minutes, once; and the signed
 * receipt for it.
 */
@NullMarked
package org.passerelle.partner.nodes.envelope;

import org.jspecify.annotations.NullMarked;
