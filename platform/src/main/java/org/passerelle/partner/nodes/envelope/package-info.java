/**
 * The format of messages between nodes: signed, sealed for one node, valid for minutes, accepted
 * once; and the signed receipt.
 */
@NullMarked
package org.passerelle.partner.nodes.envelope;

import org.jspecify.annotations.NullMarked;
