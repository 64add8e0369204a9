/** Sends waiting messages to each other node, and receives theirs; no node delays another. */
@NullMarked
package org.passerelle.partner.nodes.carriage;

import org.jspecify.annotations.NullMarked;
