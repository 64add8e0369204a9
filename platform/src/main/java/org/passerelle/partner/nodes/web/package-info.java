/** The administrator's pages of other nodes, and the endpoint at which their envelopes arrive. */
@NullMarked
package org.passerelle.partner.nodes.web;

import org.jspecify.annotations.NullMarked;
