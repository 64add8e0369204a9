@NullMarked
package org.passerelle.network;

import org.jspecify.annotations.NullMarked;
