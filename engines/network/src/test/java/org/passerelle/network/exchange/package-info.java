@NullMarked
package org.passerelle.network.exchange;

import org.jspecify.annotations.NullMarked;
