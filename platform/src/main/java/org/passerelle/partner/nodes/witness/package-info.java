/** Nodes keep each other's signed log roots, so that a rollback is detected. */
@NullMarked
package org.passerelle.partner.nodes.witness;

import org.jspecify.annotations.NullMarked;
