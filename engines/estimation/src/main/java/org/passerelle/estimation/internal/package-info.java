/**
 * The numerical methods of the estimation: fits, existence, search, bootstrap, chains. Not part of
 * the public API.
 */
@NullMarked
package org.passerelle.estimation.internal;

import org.jspecify.annotations.NullMarked;
