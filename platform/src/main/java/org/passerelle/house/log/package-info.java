/** How the launcher asks a running house about its log. */
@NullMarked
package org.passerelle.house.log;

import org.jspecify.annotations.NullMarked;
