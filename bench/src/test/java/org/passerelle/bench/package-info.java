/** Whether the figures hold. */
@NullMarked
package org.passerelle.bench;

import org.jspecify.annotations.NullMarked;
