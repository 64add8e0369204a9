/** Nodes keep each other's signed roots of the log, so that one that was rolled back shows. */
@NullMarked
package org.passerelle.partner.nodes.witness;

import org.jspecify.annotations.NullMarked;
