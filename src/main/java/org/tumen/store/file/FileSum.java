package org.tumen.store.file;

/**
 * A file as it was written.
 *
 * @param bytes its size
 * @param crc32c its CRC-32C, in hexadecimal
 */
public record FileSum(long bytes, String crc32c) {}
