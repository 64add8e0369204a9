/** Who is connected to whom, in what role, and whose removal breaks the network? */
@NullMarked
package org.passerelle.network;

import org.jspecify.annotations.NullMarked;
