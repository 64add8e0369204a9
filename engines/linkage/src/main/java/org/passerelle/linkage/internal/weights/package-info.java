/** What an agreement or difference is worth. */
@NullMarked
package org.passerelle.linkage.internal.weights;

import org.jspecify.annotations.NullMarked;
