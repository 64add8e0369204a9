/** Places the actors of a network on a plane and draws them. */
@NullMarked
package org.passerelle.network.layout;

import org.jspecify.annotations.NullMarked;
