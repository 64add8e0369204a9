/** Settings of notices, and the scheduled rounds that send them. */
@NullMarked
package org.passerelle.house.notices;

import org.jspecify.annotations.NullMarked;
