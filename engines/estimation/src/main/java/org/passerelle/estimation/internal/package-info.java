/** The arithmetic of the estimation: fits, existence, search, bootstrap, chains. Not for others. */
@NullMarked
package org.passerelle.estimation.internal;

import org.jspecify.annotations.NullMarked;
