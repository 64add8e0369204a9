/** Commands over networks. */
@NullMarked
package org.passerelle.cli.network;

import org.jspecify.annotations.NullMarked;
