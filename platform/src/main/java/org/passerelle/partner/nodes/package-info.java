/**
 * Other nodes: installations of other organisations, with which this one exchanges sealed messages.
 */
@NullMarked
package org.passerelle.partner.nodes;

import org.jspecify.annotations.NullMarked;
