import FuzzedInputs

/// The entry that libFuzzer calls with the bytes of each try.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    FuzzedInput.plan.take(bytes)
    return 0
}
