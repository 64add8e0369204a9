/** Carries what waits to each other node, and takes in what they bring; none holds up another. */
@NullMarked
package org.passerelle.partner.nodes.carriage;

import org.jspecify.annotations.NullMarked;
