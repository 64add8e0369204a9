/** Layout and drawing of a network. */
@NullMarked
package org.passerelle.network.layout;

import org.jspecify.annotations.NullMarked;
