/** Execution and storage of background work. */
@NullMarked
package org.passerelle.work.internal;

import org.jspecify.annotations.NullMarked;
