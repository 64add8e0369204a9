@NullMarked
package org.passerelle.network.layout;

import org.jspecify.annotations.NullMarked;
